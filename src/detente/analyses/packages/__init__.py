"""Which deals could those whose acceptance counts agree on, and which is best in which sense?"""
