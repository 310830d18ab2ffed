"""Where influence and salience would take an issue, on a scale: arrays in, arrays out."""
