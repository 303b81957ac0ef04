"""The operator's commands: they read what is typed, call a rule, and print what it says."""
