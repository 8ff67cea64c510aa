"""The process off which an executor's Python workers are forked: with everything loaded, so that they share it.

Spark starts it by its module name (`spark.python.daemon.module`).
"""

if __name__ == "__main__":
    from pyspark.daemon import manager

    import crossreport.engines.warm  # noqa: F401  (what it loads, all workers have)

    manager()
