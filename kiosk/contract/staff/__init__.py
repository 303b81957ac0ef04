"""What the staff says to central: sign-in, and what the desk and the operators may ask for.

Requests are ``POST`` with their model as body, like all others. From a paired device they are
signed by it; from an office computer they come without a signature. Either way the session tells
who asks, and it is worth nothing at another place than the one it was opened at.
"""
