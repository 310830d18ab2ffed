"""Who is said to be where and when, and whether one can get from one to the next."""
