"""What the finance pages show: the forecast, what moved, how good forecasts were."""
