import QtQuick
import Dispensador

// The last screen there is: shown when the program itself has failed. It needs nothing of the program.
Rectangle {
    id: page

    property string phone: ""

    color: Theme.canvas

    TapArea {}

    Column {
        anchors.centerIn: parent
        spacing: Theme.gapWide * 2
        width: parent.width - Theme.margin * 2

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.care
            name: "triangle-alert"
            size: Theme.iconLarge * 2
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            objectName: "outOfServiceTitle"
            size: Theme.title
            text: qsTr("This machine is out of service")
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("If you were buying, only what came out printed is charged. Ask at the counter of the chamber.")
            width: parent.width
        }
    }
}
