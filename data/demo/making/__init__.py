"""How the invented part of the demonstration data is made, from rough inputs, a seed and the published tables."""
