"""The case on the page: its entries as places that numbers lead to."""
