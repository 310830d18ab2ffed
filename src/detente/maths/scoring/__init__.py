"""How good forecasts were, once outcomes are known: arrays in, arrays out."""
