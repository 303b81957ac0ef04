import QtQuick
import Dispensador

// How many copies: less, the number, more.
Row {
    id: stepper

    required property string code
    required property int quantity
    required property bool canAdd
    required property bool canRemove

    signal added
    signal removed

    spacing: Theme.space

    Rectangle {
        color: !enabled ? Theme.sunken : less.down ? Theme.line : Theme.tint
        enabled: stepper.canRemove
        height: Theme.touch
        objectName: "remove_" + stepper.code
        radius: Theme.radius
        width: Theme.touch

        Icon {
            anchors.centerIn: parent
            colour: parent.enabled ? Theme.accent : Theme.soft
            name: "minus"
        }

        TapArea {
            id: less

            onTapped: stepper.removed()
        }
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        objectName: "quantity_" + stepper.code
        size: Theme.large
        text: stepper.quantity
        weight: Font.Bold
        width: Theme.touch
    }

    Rectangle {
        border.color: Theme.line
        border.width: enabled ? 0 : Theme.stroke
        color: !enabled ? Theme.sunken : more.down ? Qt.darker(Theme.brand, 1.25) : Theme.brand
        enabled: stepper.canAdd
        height: Theme.touch
        objectName: "add_" + stepper.code
        radius: Theme.radius
        width: Theme.touch

        Icon {
            anchors.centerIn: parent
            colour: parent.enabled ? Theme.brandInk : Theme.soft
            name: "plus"
        }

        TapArea {
            id: more

            onTapped: stepper.added()
        }
    }
}
