pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// One fault of a printer that can be told to fail: a touch sets it, or mends it. Where it takes an amount, the button
// beside it goes through those that there are.
Card {
    id: tile

    required property string code
    required property bool on
    required property bool lasts
    required property string unit
    required property string amounts // between spaces
    property int chosen: 0
    readonly property var choices: amounts === "" ? [] : amounts.split(" ")
    readonly property int amount: choices.length > 0 ? Number(choices[chosen % choices.length]) : 0

    signal tapped(int amount)

    border.color: on ? Theme.bad : Theme.line
    border.width: Theme.stroke * (on ? 1.5 : 1)
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Theme.touch

    Item {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: other.visible ? other.left : parent.right
        anchors.top: parent.top
        objectName: "fault_" + tile.code

        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: chip.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.small
            text: MaintenanceTexts.faults[tile.code] ?? tile.code
            weight: Font.DemiBold
        }

        StatusChip {
            id: chip

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            icon: tile.on ? "triangle-alert" : tile.lasts ? "circle-check" : "chevron-right"
            room: tile.width * 0.5
            text: tile.on ? qsTr("Set") : tile.lasts ? qsTr("No") : qsTr("Once")
            textName: "faultState_" + tile.code
            tone: tile.on ? "bad" : tile.lasts ? "good" : "info"
        }

        TapArea {
            id: area

            onTapped: tile.tapped(tile.on ? 0 : tile.amount)
        }
    }

    SecondaryButton {
        id: other

        anchors.right: parent.right
        height: parent.height
        objectName: "faultAmount_" + tile.code
        once: false
        text: tile.unit === "mm" ? qsTr("%1 mm").arg(tile.amount) : qsTr("%1 ms").arg(tile.amount)
        visible: tile.choices.length > 0 && !tile.on
        width: Theme.space * 22

        onTapped: tile.chosen = (tile.chosen + 1) % tile.choices.length
    }
}
