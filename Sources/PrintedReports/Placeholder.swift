import Bilingual
