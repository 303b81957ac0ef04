import QtQuick
import Dispensador

// A sentence that must be read, in the size of the desk.
Notice {
    size: Math.round(25 * Theme.unit)
    visible: text !== ""
}
