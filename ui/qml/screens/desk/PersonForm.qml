pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// A customer's data with what they agree to beside it; each fault stands at its field.
DeskPage {
    id: screen

    readonly property bool isNew: screen.body.stage === "register"

    function begin(): void {
        const first = fields.itemAt(0) as DeskField;
        if (first !== null)
            first.grab();
    }

    primary: screen.body.consent.length === 0 ? qsTr("Ask again") : screen.isNew ? qsTr("Register") : qsTr("Save")
    subtitle: screen.isNew ? qsTr("As it stands in the document. Tab goes to the next field, the space bar ticks.") : qsTr("Type only what changes; what is empty stays as it is.")
    title: screen.isNew ? qsTr("Register %1").arg(screen.body.document) : qsTr("Contact data of %1").arg(screen.body.document)

    Component.onCompleted: Qt.callLater(screen.begin)

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 1.5

        Column {
            id: left

            spacing: Theme.gap
            width: 1000 * Theme.unit

            Grid {
                columnSpacing: Theme.gapWide
                columns: 2
                rowSpacing: Theme.gap
                width: parent.width

                Repeater {
                    id: fields

                    model: RowModel {
                        rows: screen.body.fields
                    }

                    DeskField {
                        id: field

                        required property string fault
                        required property bool optional

                        compact: true
                        label: PeopleTexts.label(field.name, field.fault, field.optional && screen.isNew)
                        width: (left.width - Theme.gapWide) / 2

                        onIntent: (name, args) => screen.send(name, args)
                    }
                }
            }

            DeskNotice {
                text: PeopleTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }
        }

        DeskCard {
            gap: Theme.space
            width: parent.width - left.width - parent.spacing

            Repeater {
                model: screen.body.consent

                DeskLabel {
                    required property string modelData

                    size: Math.round(21 * Theme.unit)
                    text: modelData
                    width: parent ? parent.width : 0
                }
            }

            DeskTick {
                name: "agreed"
                on: screen.body.agreed
                text: screen.body.agreeFault ? qsTr("Without it nothing is kept: the customer agrees to these words") : qsTr("The customer has read or heard this and agrees")
                visible: screen.body.consent.length > 0
                width: parent.width
                wrong: screen.body.agreeFault

                onToggled: on => screen.send("select", {
                        "name": "agreed",
                        "value": on ? "yes" : "no"
                    })
            }
        }
    }
}
