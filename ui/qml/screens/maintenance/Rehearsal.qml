pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// A purchase without value: what to try while it prints, what it came to, and the switches of a demonstration.
SectionPage {
    id: screen

    readonly property bool first: screen.body.page === 1

    toldShown: screen.body.toldTone === "bad" && screen.body.toldOf !== "rehearse" // its verdict stands below

    Column {
        spacing: Theme.landscape ? Theme.space * 1.5 : Theme.gap
        visible: !screen.body.loading
        width: parent.width

        FactGrid {
            facts: screen.body.facts
            width: parent.width
        }

        Card {
            height: said.height + Theme.gap * 2
            visible: screen.body.rows.length > 0
            width: parent.width

            Label {
                id: said

                objectName: "evidenceText"
                size: Theme.small
                text: qsTr("Evidence: %1.").arg(screen.body.rows.map(row => MaintenanceTexts.said(row.code, row.name)).join("; "))
                width: parent.width - Theme.gap * 2
                x: Theme.gap
                y: Theme.gap
            }
        }

        Grid {
            id: exercises

            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap
            visible: screen.first
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.exercises
                }

                GuidedStep {
                    required property string code
                    required property int index
                    required done

                    number: index + 1
                    objectName: "exercise_" + code
                    text: MaintenanceTexts.exercises[code] ?? code
                    width: (exercises.width - exercises.columnSpacing * (exercises.columns - 1)) / exercises.columns
                }
            }
        }

        Grid {
            id: faults

            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap
            visible: !screen.first
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.switches.map(one => Object.assign({}, one, {
                            "amounts": one.amounts.join(" ")
                        }))
                }

                FaultTile {
                    width: (faults.width - faults.columnSpacing * (faults.columns - 1)) / faults.columns

                    onTapped: amount => screen.intent("act_on", {
                            "amount": amount,
                            "code": on ? "clear_fault" : "set_fault",
                            "what": code
                        })
                }
            }
        }

        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: screen.body.pages > 1
            width: parent.width

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        }
    }
}
