"""The national run as a tax and benefit system of OpenFisca: pupils are persons, schools a group.

Amounts are pounds in float32, as OpenFisca keeps money: totals by authority are near, not equal.
Parameters are looked up by Enum, OpenFisca's own way of a table by category.
"""
import warnings

import numpy as np

warnings.filterwarnings("ignore")
from openfisca_core.entities import build_entity  # noqa: E402
from openfisca_core.indexed_enums import Enum  # noqa: E402
from openfisca_core.parameters import ParameterNode  # noqa: E402
from openfisca_core.periods import DateUnit  # noqa: E402
from openfisca_core.simulations import SimulationBuilder  # noqa: E402
from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: E402
from openfisca_core.variables import Variable  # noqa: E402

from national import AUTHORITIES, DECILES, LANGUAGES, NEEDS, YEARS

YEAR = "2024"
SECTORS = ["nursery", "primary", "middle", "secondary", "special"]

pupil = build_entity(key="pupil", plural="pupils", label="Pupil", is_person=True)
school = build_entity(key="school", plural="schools", label="School",
                      roles=[{"key": "on_roll", "plural": "roll", "label": "On roll"}])


def kinds(name, values):
    return Enum(name, {f"{name}_{v}": f"{name}_{v}" for v in values})


class InputOf:
    """Makes the variables that are given, not worked out."""

    @staticmethod
    def flag(name, entity):
        return type(name, (Variable,), dict(
            value_type=bool, entity=entity, definition_period=DateUnit.YEAR, label=name))

    @staticmethod
    def kind(name, entity, values):
        options = kinds(name, values)
        return type(name, (Variable,), dict(
            value_type=Enum, possible_values=options, default_value=next(iter(options)),
            entity=entity, definition_period=DateUnit.YEAR, label=name))


def amount(name, of, entity):
    """A variable of money, with its formula."""
    return type(name, (Variable,), dict(
        value_type=float, entity=entity, definition_period=DateUnit.YEAR, label=name, formula=of))


def by_pupil(run):
    def formula(pupils, period, parameters):
        rates = parameters(period)[run]
        authority = pupils.school("authority", period)
        return (rates.basic[pupils("year_group", period)] * rates.cost[authority]
                + rates.free[authority] * pupils("fsm", period)
                + rates.aln[pupils("aln", period)] + rates.area[pupils("wimd_decile", period)]
                + rates.welsh * pupils("welsh", period) + rates.eal[pupils("eal", period)])
    return formula


def by_school(run):
    def formula(schools, period, parameters):
        rates = parameters(period)[run]
        roll = schools.nb_persons()
        taper = np.clip((150 - roll) / 120, 0, 1)
        share = (schools.sum(schools.members(f"{run}_pupil", period))
                 + (rates.lump[schools("sector", period)] + rates.small * taper) * (roll > 0))
        if run == "national":
            return np.maximum(share, schools("own_share", period) * 0.98)
        return share
    return formula


def parameters_of(rates):
    """A run's rates as OpenFisca's parameters, in pounds."""
    def value(number):
        return {"values": {"2020-01-01": {"value": number}}}

    def table(name, values, keys, unit=100):
        return {f"{name}_{key}": value(v / unit) for key, v in zip(keys, values)}
    return {
        "basic": table("year_group", rates.basic, YEARS),
        "cost": table("authority", rates.cost, AUTHORITIES, 1000),
        "free": table("authority", rates.free, AUTHORITIES),
        "aln": table("aln", rates.aln, NEEDS),
        "area": table("wimd_decile", rates.area, DECILES),
        "eal": table("eal", rates.eal, LANGUAGES),
        "welsh": value(rates.welsh / 100), "small": value(rates.small / 100),
        "lump": table("sector", rates.lump.values(), rates.lump.keys()),
    }


def openfisca_(own, national, tail, data, threads):
    system = TaxBenefitSystem([pupil, school])
    system.parameters = ParameterNode("", data={
        "own": parameters_of(own), "national": parameters_of(national)})
    system.add_variables(
        InputOf.kind("year_group", pupil, YEARS), InputOf.kind("aln", pupil, NEEDS),
        InputOf.kind("wimd_decile", pupil, DECILES), InputOf.kind("eal", pupil, LANGUAGES),
        InputOf.flag("fsm", pupil), InputOf.flag("welsh", pupil),
        InputOf.kind("authority", school, AUTHORITIES), InputOf.kind("sector", school, SECTORS),
        *[amount(f"{run}_pupil", by_pupil(run), pupil) for run in ("own", "national")],
        *[amount(f"{run}_share", by_school(run), school) for run in ("own", "national")])
    sectors = np.array([SECTORS.index(s) for s in tail.sectors])

    def simulation():
        builder = SimulationBuilder()
        builder.create_entities(system)
        builder.declare_person_entity("pupil", np.arange(len(data["school"])))
        schools = builder.declare_entity("school", np.arange(len(tail.places)))
        builder.join_with_persons(schools, data["school"], np.array(["on_roll"] * len(data["school"])))
        made = builder.build(system)
        for name in ("year_group", "aln", "wimd_decile", "eal"):
            made.set_input(name, YEAR, data[name].astype(np.int16))
        for name in ("fsm", "welsh"):
            made.set_input(name, YEAR, data[name].astype(bool))
        made.set_input("authority", YEAR, tail.places.astype(np.int16))
        made.set_input("sector", YEAR, sectors.astype(np.int16))
        return made
    ready = simulation()

    def once():
        for name in ("own_pupil", "national_pupil", "own_share", "national_share"):
            ready.get_holder(name).delete_arrays()
        shares = [ready.calculate(f"{run}_share", YEAR).astype(np.float64)
                  for run in ("own", "national")]
        return {str(a): [round(100 * float(s[tail.places == a - 660].sum())) for s in shares]
                for a in AUTHORITIES}
    return once
