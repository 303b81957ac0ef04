"""The core of the dispenser: rules and flows, without Qt, serial port or wall clock."""
