"""What the activity page is made of."""
