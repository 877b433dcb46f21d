"""Loan contracts: what a dossier agrees, gathered to be set down, and the contracts that were made of it."""

from booking.queries.contracts.agreed import agreed_of, asks_contract, basis_of
from booking.queries.contracts.reading import ContractView, MarkView, contracts_of, kept_contract, may_read_contract

__all__ = ["ContractView", "MarkView", "agreed_of", "asks_contract", "basis_of", "contracts_of", "kept_contract", "may_read_contract"]
