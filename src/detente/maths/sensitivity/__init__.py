"""Which uncertain numbers an answer hangs on; arrays in, arrays out."""
