from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sisada.inside.cases"
    label = "cases"

    def ready(self) -> None:
        """What a closed day would move is shown before it is declared."""
        from sisada.inside.cases.promising import moved_by
        from sisada.inside.holidays import previews

        previews.add(moved_by)
