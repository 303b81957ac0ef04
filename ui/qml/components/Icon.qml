import QtQuick
import Dispensador

// One icon of the bundled set, in a colour of the theme.
Image {
    id: icon

    required property string name
    property color colour: Theme.ink
    property real size: Theme.icon

    height: size
    source: "image://icon/" + name + "/" + String(colour).slice(-6)
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    width: size
}
