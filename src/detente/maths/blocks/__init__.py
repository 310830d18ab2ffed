"""Why no deal stands: red lines that together block all, and red lines whose giving up opens one."""
