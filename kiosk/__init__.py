"""The core of the dispenser: rules and flows, without Qt, without a serial port, without a wall clock."""
