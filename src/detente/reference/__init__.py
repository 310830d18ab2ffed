"""Facts about states, places, cities and organisations; by name.

States, places and organisations carry source and date in each row; the docstring of
``cities`` says them for their whole tables.
"""
