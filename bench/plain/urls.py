"""The office's routes; Cari and Orang are the plain ones."""

from django.urls import URLPattern, URLResolver, path

from bench.plain import views
from sisada.faces.office import urls as office

PLAIN = [
    path("cari/", views.search, name="search"),
    path("cari/<int:number>/", views.search_results, name="search_results"),
    path("orang/<uuid:person_id>/", views.person, name="person"),
]
urlpatterns: list[URLPattern | URLResolver] = [*PLAIN, *office.urlpatterns]
