import QtQuick
import Dispensador

// The balance before and after, side by side.
Item {
    id: change

    property string before: ""
    property string after: ""

    implicitHeight: now.height

    Column {
        id: now

        Label {
            color: Theme.soft
            size: Theme.small
            text: qsTr("Balance now")
        }

        Label {
            font.features: {
                "tnum": 1
            }
            objectName: "balanceBefore"
            text: change.before
            weight: Font.DemiBold
        }
    }

    Icon {
        anchors.centerIn: parent
        colour: Theme.soft
        name: "arrow-right"
        size: Theme.iconSmall
        visible: change.after !== ""
    }

    Column {
        anchors.right: parent.right
        visible: change.after !== ""

        Label {
            anchors.right: parent.right
            color: Theme.soft
            size: Theme.small
            text: qsTr("Balance after")
        }

        Label {
            anchors.right: parent.right
            font.features: {
                "tnum": 1
            }
            objectName: "balanceAfter"
            text: change.after
            weight: Font.DemiBold
        }
    }
}
