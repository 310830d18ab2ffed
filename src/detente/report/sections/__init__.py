"""The numbered parts of the briefing, one module each; each builds one Section from the desk."""
