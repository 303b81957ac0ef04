import QtQuick
import Dispensador

// A sheet on the canvas.
Rectangle {
    border.color: Theme.line
    border.width: Theme.stroke
    color: Theme.surface
    radius: Theme.radius
}
