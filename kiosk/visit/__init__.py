"""The walk-in visit as data: events in, effects and a frozen view out."""
