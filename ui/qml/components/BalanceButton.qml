import QtQuick
import Dispensador

// The balance in the header, hidden until it is touched: others may be looking.
Rectangle {
    id: button

    property string balance: ""
    property bool hidden: true

    signal tapped

    border.color: Theme.line
    border.width: Theme.stroke
    color: area.down ? Theme.tint : Theme.surface
    implicitHeight: Theme.touch + Theme.space
    implicitWidth: Math.max(Theme.touch + Theme.space * 3, column.implicitWidth + Theme.gap * 2)
    radius: Theme.radius

    Column {
        id: column

        anchors.centerIn: parent

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.accent
            name: button.hidden ? "eye" : "wallet"
            size: Theme.iconSmall
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "headerBalance"
            size: Theme.head
            text: button.hidden ? qsTr("Show balance") : button.balance
            weight: button.hidden ? Font.Medium : Font.Bold
            wrapMode: Text.NoWrap
        }
    }

    TapArea {
        id: area

        onTapped: button.tapped()
    }
}
