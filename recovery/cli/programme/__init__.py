"""The commands on the savings programme: who asks, about which register, and what is said of what came of it."""
