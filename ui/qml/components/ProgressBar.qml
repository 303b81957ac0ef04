import QtQuick
import Dispensador

// Proved progress: it only moves when paper did.
Rectangle {
    id: bar

    property real value: 0

    color: Theme.line
    implicitHeight: Theme.space * 3.5
    radius: height / 2

    Rectangle {
        color: Theme.brand
        height: parent.height
        radius: parent.radius
        visible: bar.value > 0
        width: Math.max(height, parent.width * Math.min(1, bar.value))

        Behavior on width {
            NumberAnimation {
                duration: Theme.slideMs * 3
            }
        }
    }
}
