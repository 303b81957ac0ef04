import QtQuick
import Dispensador

// What goes back over the counter, large enough to be read in passing.
Rectangle {
    id: change

    property string value: ""

    color: Theme.goodTint
    implicitHeight: amount.height + Theme.gap * 2
    radius: 14 * Theme.unit
    visible: value !== ""

    DeskLabel {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        text: qsTr("Change to give")
        weight: Font.DemiBold
    }

    Label {
        id: amount

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        font.features: {
            "tnum": 1
        }
        objectName: "changeText"
        size: Math.round(50 * Theme.unit)
        text: change.value
        weight: Font.Bold
    }
}
