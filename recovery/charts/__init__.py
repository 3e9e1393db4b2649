"""Charts of figures: plain functions from a Figure to a plotly graph object, in one house style."""
