"""Why no deal stands: red lines that together block all, and the least to give up."""
