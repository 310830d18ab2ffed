"""Facts about states, places, cities, organisations, titles and given names; by name.

States, places and organisations carry source and date in each row; the docstrings of
``cities``, ``titles`` and ``given_names`` say them for their whole tables.
"""
