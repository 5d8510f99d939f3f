"""A person's device played in Python: it holds private keys, seals, opens and signs as the browser does.

For the demo, the tests and independent verification. No door may import it; the server never holds what it holds.
"""
