import QtQuick
import Dispensador

// A name and its value on one line of a card.
Item {
    id: pair

    property string label: ""
    property string value: ""
    property string valueName: ""
    property bool strong: false
    property color ink: Theme.ink

    implicitHeight: Math.max(name.height, shown.height)
    visible: value !== ""

    DeskLabel {
        id: name

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.soft
        text: pair.label
        width: Math.min(implicitWidth, pair.width * 0.5)
    }

    DeskLabel {
        id: shown

        anchors.left: name.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: pair.ink
        font.features: {
            "tnum": 1
        }
        horizontalAlignment: Text.AlignRight
        objectName: pair.valueName
        size: Math.round((pair.strong ? 34 : 25) * Theme.unit)
        text: pair.value
        weight: pair.strong ? Font.Bold : Font.DemiBold
    }
}
