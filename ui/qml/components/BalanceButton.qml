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
    implicitWidth: row.implicitWidth + Theme.gapWide * 2
    radius: Theme.radius

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.accent
            name: button.hidden ? "eye" : "wallet"
            size: Theme.iconSmall
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "headerBalance"
            size: button.hidden ? Theme.head : Math.round(Theme.head * 1.2)
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
