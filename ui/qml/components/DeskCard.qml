import QtQuick
import Dispensador

// A sheet of the desk with a heading and what is in it, one under the other.
Rectangle {
    id: card

    property string heading: ""
    property real gap: Theme.space * 1.5
    default property alias content: column.data

    border.color: Theme.line
    border.width: Theme.stroke
    color: Theme.surface
    implicitHeight: column.height + Theme.gapWide * 2
    radius: 20 * Theme.unit

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        spacing: card.gap
        y: Theme.gapWide

        DeskLabel {
            color: Theme.soft
            size: Math.round(23 * Theme.unit)
            text: card.heading
            visible: text !== ""
            weight: Font.DemiBold
        }
    }
}
