import QtQuick
import "../components"
import Dispensador

// Screen 19: names the faulty part and what still works; goes away by itself when it is mended.
VisitScreen {
    id: screen

    readonly property var body: screen.view.body
    readonly property bool wide: Theme.landscape

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }

    IdleHead {
        view: screen.view

        onIntent: (name, args) => screen.intent(name, args)
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: screen.wide ? Theme.space * 26 : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: anchors.leftMargin
        y: (screen.height - height) / 2 - Theme.space * (screen.wide ? 2 : 8)
        spacing: Theme.space * (screen.wide ? 3 : 5)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.careTint
            height: Theme.space * (screen.wide ? 16 : 26)
            radius: height / 2
            width: height

            Icon {
                anchors.centerIn: parent
                colour: Theme.care
                name: ({
                        "central": "wifi-off",
                        "printer": "printer",
                        "paper": "scroll-text",
                        "disk": "triangle-alert",
                        "unfinished": "hourglass",
                        "clock": "clock",
                        "station": "lock"
                    })[screen.body.part] ?? "triangle-alert"
                size: parent.height * 0.5
            }
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            objectName: "title"
            size: Theme.title
            text: Texts.part(screen.body.part)
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            horizontalAlignment: Text.AlignHCenter
            objectName: "detail"
            size: Theme.large
            text: screen.body.part === "central" ? qsTr("Please come back in some minutes, or ask at the counter.") : Texts.fault(screen.body.detail)
            visible: screen.body.part === "central" || (screen.body.detail !== "" && screen.body.detail !== screen.body.part)
            width: parent.width
        }

        Notice {
            icon: screen.body.canSeeBalance ? "circle-check" : "clock"
            text: screen.body.canSeeBalance ? qsTr("You can still see your balance. Certificates are sold again as soon as this is solved.") : qsTr("This screen goes away by itself as soon as the machine works again.")
            tone: screen.body.canSeeBalance ? "good" : "info"
            width: parent.width
        }

        StatusChip {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "phone"
            text: qsTr("Help: %1").arg(screen.body.phone)
            tone: "info"
            visible: screen.body.phone !== ""
        }
    }

    PrimaryButton {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space * (screen.wide ? 5 : 10)
        anchors.horizontalCenter: parent.horizontalCenter
        objectName: "startButton"
        text: qsTr("See my balance")
        visible: screen.body.canSeeBalance
        width: screen.wide ? Theme.space * 90 : parent.width - Theme.margin * 2

        onTapped: screen.intent("start", {})
    }
}
