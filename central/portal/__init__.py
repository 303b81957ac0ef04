"""Pages for citizens: the verification of a certificate."""
