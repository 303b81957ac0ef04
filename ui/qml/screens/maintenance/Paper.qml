pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The roll, and the guided change of it.
SectionPage {
    id: screen

    readonly property string step: screen.body.step
    readonly property var steps: ["open", "close", "length", "test"]
    readonly property int at: step === "done" ? steps.length : steps.indexOf(step)
    readonly property var buttons: ({
            "open": qsTr("It is open"),
            "close": qsTr("It is closed"),
            "length": qsTr("Set the odometer"),
            "test": qsTr("Print test page"),
            "done": qsTr("End the change")
        })

    actsShown: false

    FactGrid {
        id: facts
        facts: screen.step === "idle" ? screen.body.facts : screen.body.facts.slice(0, 2)

        visible: !screen.body.loading
        width: parent.width
    }

    Column {
        anchors.top: facts.bottom
        anchors.topMargin: Theme.gapWide
        spacing: Theme.gap
        visible: screen.step !== "idle"
        width: parent.width

        Grid {
            id: stepGrid

            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap
            width: parent.width

            Repeater {
                model: screen.steps

                GuidedStep {
                    required property string modelData
                    required property int index

                    done: index < screen.at
                    now: index === screen.at
                    number: index + 1
                    text: MaintenanceTexts.paperSteps[modelData] ?? ""
                    width: (stepGrid.width - stepGrid.columnSpacing * (stepGrid.columns - 1)) / stepGrid.columns
                }
            }
        }

        Row {
            id: length

            spacing: Theme.gap
            visible: screen.step === "length"
            width: parent.width

            SecondaryButton {
                enabled: screen.body.canLess && screen.body.doing === ""
                icon: "minus"
                objectName: "rollShorter"
                once: false
                text: ""
                width: Theme.touch * 1.5

                onTapped: screen.intent("roll_length", {
                    "delta": -1
                })
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignHCenter
                objectName: "rollLength"
                size: Theme.display
                text: qsTr("%1 m").arg(screen.body.rollM)
                weight: Font.Bold
                width: length.width - Theme.touch * 3 - Theme.gap * 2
            }

            SecondaryButton {
                enabled: screen.body.canMore && screen.body.doing === ""
                icon: "plus"
                objectName: "rollLonger"
                once: false
                text: ""
                width: Theme.touch * 1.5

                onTapped: screen.intent("roll_length", {
                    "delta": 1
                })
            }
        }

        Notice {
            objectName: "paperDone"
            text: MaintenanceTexts.paperSteps.done
            tone: "good"
            visible: screen.step === "done"
            width: parent.width
        }
    }

    PrimaryButton {
        anchors.bottom: parent.bottom
        enabled: screen.body.doing === "" && !screen.body.loading
        objectName: screen.step === "idle" ? "act_change_paper" : "continueButton"
        text: screen.body.doing !== "" ? qsTr("Working …") : screen.step === "idle" ? qsTr("Change the paper") : screen.buttons[screen.step] ?? ""
        waiting: screen.body.doing !== ""
        width: parent.width

        onTapped: {
            if (screen.step === "idle")
                screen.intent("act", {
                    "code": "change_paper"
                });
            else
                screen.intent("continue", {});
        }
    }
}
