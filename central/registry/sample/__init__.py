"""The sample registry: invented companies, the same every time, rich enough for long texts.

Numbers lie where nobody has theirs: NITs from 990,000,000 and cédulas from 1,990,000,000, mail at
``example.invalid``.
"""
