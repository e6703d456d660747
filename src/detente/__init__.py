"""The sourced record of a relationship between states, read out of news coverage."""
