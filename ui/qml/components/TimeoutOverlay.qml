import QtQuick
import Dispensador

// Asks for a touch before the visit is ended. Any touch goes on, and none reaches what is below.
Rectangle {
    id: overlay

    property int seconds: 0
    property bool signedIn: true

    signal moreTime

    color: Theme.dim

    TapArea {
        onTapped: overlay.moreTime()
    }

    Card {
        anchors.centerIn: parent
        border.width: 0
        height: column.height + Theme.space * 12
        width: Math.min(overlay.width - Theme.margin * 2, Theme.space * 100)

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Theme.gapWide
            width: parent.width - Theme.space * 12

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.accent
                name: "hourglass"
                size: Theme.iconLarge
            }

            Label {
                horizontalAlignment: Text.AlignHCenter
                objectName: "timeoutTitle"
                size: Theme.display
                text: qsTr("Are you still there?")
                weight: Font.Bold
                width: parent.width
            }

            Label {
                color: Theme.soft
                horizontalAlignment: Text.AlignHCenter
                objectName: "timeoutSeconds"
                text: overlay.signedIn ? qsTr("For your safety we close your session in %n second(s).", "", overlay.seconds) : qsTr("We go back to the start in %n second(s).", "", overlay.seconds)
                width: parent.width
            }

            PrimaryButton {
                objectName: "moreTimeButton"
                text: qsTr("I need more time")
                width: parent.width

                onTapped: overlay.moreTime()
            }
        }
    }
}
