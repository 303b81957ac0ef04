import Dispensador

// Text of the office: smaller than a kiosk's, as it is read from a chair.
Label {
    size: Math.round(25 * Theme.unit)
}
